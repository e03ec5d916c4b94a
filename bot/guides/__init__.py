"""The guides' screens. Pure: answers and a voice in, screens out; the rules are in `services.guides`."""
