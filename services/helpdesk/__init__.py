"""Questions to the organizers: asked, answered, handed on, closed.

Who asks acts by `ask`, `thread`, `mine` and `close`; the team by `answer`, `note`, `withdraw`, `hold`, `queue`,
`look`, `ready` and `blocks`. `acting` says who of the team may; `telling` owes what both sides hear unasked.
"""
