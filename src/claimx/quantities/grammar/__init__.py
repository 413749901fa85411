"""What words alone tell of a number: the lexical grammar, without any analysis of the sentence."""
