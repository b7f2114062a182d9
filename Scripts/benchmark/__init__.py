"""Measures quoth beside other programs on the same news and the same questions."""
