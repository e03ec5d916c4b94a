"""The screens of the knowledge base. Pure, articles and a voice in, a screen out; only `opening` asks the use cases."""
