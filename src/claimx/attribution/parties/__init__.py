"""Who the parties of a document are, and whom a source means."""
