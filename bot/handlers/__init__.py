"""Single-shot handlers: each reads the update, calls one use case, shows one screen."""
