# Announcements, as they are received.

announcement-head = 📣 <b>{ $agency }</b> for { $audience }
announcement-for-trainings = participants of { $names }
announcement-for-trainings-count = participants of { $count } trainings
announcement-for-roles = organizing teams
announcement-for-enrolled = training participants
announcement-for-agencies = employees of { $names }
announcement-for-agencies-count = employees of { $count } agencies
announcement-for-provinces = civil servants of { $names }
announcement-for-provinces-count = civil servants of { $count } provinces
announcement-for-all = civil servants
button-set-announcements = Set announcements
