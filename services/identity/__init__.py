"""Who a person is: the NIP they type, what the staff list says about it, and what an organizer decides."""
