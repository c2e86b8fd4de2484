"""Direct speech in stored texts: which words stand in quotation marks, and who says them."""
