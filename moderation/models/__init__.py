"""The models that read a post and say how likely it is to hurt somebody."""
