"""What editors take from stored texts: passages, ready to paste as evidence that passes the gate."""
