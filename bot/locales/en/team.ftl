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
kept-kind-role-taken = word that a role was taken

role-organizer = organizer
role-instructor = coach
role-secretariat = secretariat
role-for-all = all agencies

team = <b>Team</b>
team-members = { $count ->
    [0] There are no members yet.
    [one] 1 team member
   *[other] { $count } team members
}
team-links = { $count ->
    [0] No unused links.
    [one] 1 unused link
   *[other] { $count } unused links
}
members = <b>Team members</b>
members-none = There are no members yet.
member-line = <b>{ $number }.</b> { $name } · { $role } · { $agency }
member-unnamed = without a name
member =
    <b>{ $name }</b>
    { $role } · { $agency }
    Since { $since }
member-own = This is your own role.
revoke-ask =
    The role { $role }, { $agency }, will be taken away from <b>{ $name }</b>, and closes for them at once.
    It can be given again by a new link.
revoke-ask-own =
    Your own role { $role }, { $agency }, <b>{ $name }</b>, will be taken away and closes at once.
    Only a colleague can give it again.
role-revoked = The role { $role }, { $agency }, was taken away from <b>{ $name }</b>.

role-links = <b>Unused links</b>
role-links-none = No unused links.
role-link-line = <b>{ $number }.</b> { $role } · { $agency } · { $left } left
role-link = <b>Role link</b>: { $role } · { $agency }
role-link-made-by = Made by { $by }, { $moment }
role-link-until = Good until { $moment } ({ $left } left)
role-link-keeper = the keepers of Jalin
take-back-ask = The link for the role { $role }, { $agency }, will be taken back. Whoever opens it after that gets no role.
role-link-taken-back = The link was taken back.

role-link-for-whom =
    What will your colleague be?
    They take the role by a link, good for 72 hours and one person.
role-link-agency = The role { $role }, for which agency?
role-link-find-agency = The role { $role }, for which agency? Type a part of its name, such as "bpsdm ntt".
role-link-message =
    <b>The role { $role } in Jalin</b> · { $agency }
    Open this link to take it: { $url }
    Good until { $moment }, for one person.
role-link-title = The role { $role } in Jalin, { $agency }
role-link-made =
    ✅ The link is ready. Forward the message above to whom it is meant for.
    Whoever opens it first gets the role, so send it directly and not to a group.

role-offered = { $by } gives you the role <b>{ $role }</b> for <b>{ $agency }</b>.
role-offered-until = Good until { $moment }.
role-offered-kept = If you take it, this is kept: the role, the number of your Telegram account, and the name { $name }, which the team sees.
role-taken = ✅ The role { $role } for { $agency } is yours. Its work is under /kelola.
role-left = Nothing changed. The link stays good for whom it is meant for; please tell the sender.
role-taken-told =
    ✅ <b>{ $name }</b> took the role { $role } for { $agency } by your link.
    If this is not whom you meant, take the role away.

button-team = Team
button-team-back = ⬅️ Team
button-see-members = Team members
button-see-member = See the role
button-role-links = Unused links
button-make-role-link = Add a colleague
button-revoke-role = Take role away
button-keep-role = Leave the role
button-take-back-link = Take link back
button-keep-link = Leave it open
button-for-all-agencies = All agencies
button-search-agency = Find another agency
button-choose-receiver = Choose receiver
button-take-role = Take the role
button-not-for-me = Not for me
