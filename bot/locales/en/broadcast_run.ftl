# Announcements from sending on.

refusal-broadcast-gone = This announcement cannot be opened.
refusal-broadcast-not-to-reword = The text of this announcement can no longer be changed.
refusal-broadcast-not-to-withdraw = This announcement can no longer be taken back. Telegram allows 48 hours.

delivery-kind-broadcast-edit = Change of an announcement
delivery-kind-broadcast-delete = Announcement taken back
