"""The screens of seats: enrolling, own enrolments, offers, how seats are shared."""
