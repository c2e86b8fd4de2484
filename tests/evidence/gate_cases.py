"""Evidence with one mistake, and the errors that the gate reports for it."""

CASES = {
    "source: talks, quote: We can’t sign it … will talk": (
        "We can’t sign it … will talk",
        """error[E202] this quote does not match talks: the source has no dots here
      = To leave words out, write the parts as a list:
      = quote: ["We can’t sign it", "will talk"]
""",
    ),
    "source: moscow, quote: neither further or closer": (
        "neither further or closer",
        """error[E202] this quote does not match moscow: some words differ
      = Your file:  neither further [or] closer
      = The source: neither further [nor] closer
      = To paste:   quote: "neither further nor closer"
""",
    ),
    "source: moscow, reported: Russia seeks to Maintain control": (
        "Russia seeks to Maintain control",
        """error[E202] these words do not match moscow: only capital letters differ
      = Your file:  Russia seeks to [Maintain] control
      = The source: Russia seeks to [maintain] control
      = To paste:   reported: "Russia seeks to maintain control"
""",
    ),
    "source: talks, quote: “We can’t sign it”": (
        "“We can’t sign it”",
        """error[E202] this quote does not match talks: the source has no quotation marks here
      = Remove the quotation marks: the page adds them.
      = To paste:   quote: "We can’t sign it"
""",
    ),
    "source: moscow, reported: „Russia seeks to maintain control“": (
        "„Russia seeks to maintain control“",
        """error[E202] these words do not match moscow: the source has no quotation marks here
      = Remove the quotation marks.
      = To paste:   reported: "Russia seeks to maintain control"
""",
    ),
    "source: moscow, quote: [more or less acceptable, do not suit us at all]": (
        "do not suit us at all",
        """error[E201] these words are not in moscow
      = The most similar words, in paragraph 2: language “don’t suit us” and would
""",
    ),
    "source: moscow, quote: zebra crossing xylophone": (
        "zebra crossing xylophone",
        """error[E201] these words are not in moscow
      = The source has nothing similar. Search for words that you remember: briefing find WORDS
""",
    ),
    "source: moscow, quote: war": (
        "war",
        """error[E203] these words occur in 3 places of moscow
      = Which place do you mean? Add one of these lines to the evidence:
      =   occurrence: 1   or   prefix: "with"
      =       …governments of siding with “[war]” and obstructing a…
      =   occurrence: 2   or   prefix: "to"
      =       …did not intend to go to [war] with Europe, but added that…
      =   occurrence: 3   or   prefix: "the"
      =       …disputes at the heart of the [war] continue to block the path…
""",
    ),
    "source: talks, quote: the talks, prefix: talks": (
        "the talks",
        """error[E211] these words occur 3 times in talks, but not with this prefix
      = Which place do you mean? Add one of these lines to the evidence:
      =   occurrence: 1   or   prefix: "Before"
      =       The talks began. Before [the talks] ended, the talks were hard,…
      =   occurrence: 2   or   prefix: "ended,"
      =       …Before the talks ended, [the talks] were hard, and so the talks…
      =   occurrence: 3   or   prefix: "so"
      =       …the talks were hard, and so [the talks] were long. “We can’t sign…
""",
    ),
    "source: talks, quote: the talks, suffix: were": (
        "the talks",
        """error[E203] these words occur in 2 places of talks, even with this suffix
      = Which place do you mean? Add one of these lines to the evidence:
      =   occurrence: 2   or   prefix: "ended,"
      =       …Before the talks ended, [the talks] were hard, and so the talks…
      =   occurrence: 3   or   prefix: "so"
      =       …the talks were hard, and so [the talks] were long. “We can’t sign…
""",
    ),
    "source: talks, quote: We can’t, occurrence: 2": (
        "We can’t",
        """error[E211] these words occur once in talks, but there is no occurrence 2
      = If you mean this place, remove prefix, suffix and occurrence:
      =       …and so the talks were long. “[We can’t] sign it,” she said, “but we…
""",
    ),
    "source: talks, quote: [We can’t sign it, we will]": (
        "we will",
        """error[E203] this segment occurs in 3 places of talks
      = Which place do you mean? Add one of these lines to the evidence:
      =   suffix: "talk"
      =       …sign it,” she said, “but [we will] talk.” He said we will sign,…
      =   suffix: "sign"
      =       …“but we will talk.” He said [we will] sign, or we will not.
      =   suffix: "not"
      =       …He said we will sign, or [we will] not.
""",
    ),
    "source: talks, quote: [We can’t, we will, will not]": (
        "we will",
        """error[E203] this segment occurs in 2 places of talks
      = Which place do you mean? Quote more words of this segment:
      =       …sign it,” she said, “but [we will] talk.” He said we will sign,…
      =       …“but we will talk.” He said [we will] sign, or we will not.
""",
    ),
    "source: talks, quote: [We can’t, she said], suffix: he": (
        "she said",
        """error[E211] this segment occurs once in talks, but not with this suffix
      = If you mean this place, remove prefix, suffix and occurrence:
      =       …long. “We can’t sign it,” [she said], “but we will talk.” He said…
""",
    ),
    "source: moscow, quote: wholly unacceptable": (
        "wholly unacceptable",
        """error[E204] these words are not in moscow, but they are in other
      = Write: source: other
""",
    ),
    "source: moscow, quote: [ready right now, wholly unacceptable]": (
        "wholly unacceptable",
        """error[E204] these words are not in moscow, but they are in other
      = All segments must be in one source. Write a piece of evidence for each source.
""",
    ),
    "source: talks, quote: [will talk, We can’t sign]": (
        "We can’t sign",
        """error[E205] this segment does not come after the previous segment in talks
      = Write the segments in the order of the source. For words from two places, write two pieces of evidence.
""",
    ),
    "source: talks, quote: We": (
        "We",
        """error[E206] “We” has fewer than 3 letters or digits
      = Such short words are in almost every text. Quote more of the sentence. Words so short are enough only if they are the whole quotation or answer in the source: “No.”
""",
    ),
    "source: mosco, quote: ready right now": (
        "mosco",
        """error[E207] there is no source “mosco” in seeds/
      = Did you mean “moscow”?
""",
    ),
    "source: nothing-like-it, quote: ready right now": (
        "nothing-like-it",
        """error[E207] there is no source “nothing-like-it” in seeds/
      = Use the name of the source’s file in seeds/, without the ending.
""",
    ),
    "source: talks, quote: We can": (
        "We can",
        """error[E209] “We can” starts or ends in the middle of a word or number of talks
      = The source: …and so the talks were long. “[We can]’t sign it,” she said, “but…
      = To paste:   quote: "We can’t"
""",
    ),
    "source: talks, quote: [We can’t sign it, sign it]": (
        "sign it",
        """error[E210] this segment overlaps the previous segment in talks
      = Start each segment after the end of the previous one. Write words without a gap as one segment.
""",
    ),
}
