"""What is said: source, cue and content of statements, from quotations, verbs, nouns and what goes on from them."""
