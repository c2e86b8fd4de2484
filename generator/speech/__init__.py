"""Direct speech in stored texts: which words are in quotation marks, and who says them."""
