"""Articles from files: saved pages, PDF, Word, mail and plain text become paragraphs that an editor reviews and stores."""
