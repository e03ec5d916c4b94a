"""One class per area; rows stay in here, frozen dataclasses leave."""
