# Roles: links that give one, and who holds which. First what is answered with a no.

refusal-link-unknown = This link is not known. Ask the sender for a new one, and open it whole from the message.
refusal-link-used = This link has been used; each one is for one person only. Ask the sender for a new one.
refusal-link-revoked = The sender has taken this link back. If it is still needed, ask for a new one.
refusal-link-expired = The time of this link is over. Ask the sender for a new one.
refusal-link-gone = That link is no longer open.
refusal-link-agency = That role is not for this agency.
refusal-role-own = A role is given by somebody else, not by yourself. Pass this link on to whom it is meant for.
refusal-role-held = You hold this role already. The link stays good for somebody else.
refusal-role-gone = That role is no longer on the team's list.
refusal-role-last = You are the only one in your agency with this role. Add a colleague first, so that yours can be taken away.

# In the document of what is kept.
kept-revoked_at = Taken away at
kept-action-role-invited = made a role link
kept-action-role-link-revoked = took a role link back
kept-action-role-accepted = took a role
kept-action-role-revoked = took a role away
