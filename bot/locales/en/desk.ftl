# The desk: an agency's working time, its alarm, and the group in which the team answers. First what is answered with a no.

refusal-desk-no-day = There has to be at least one working day.
refusal-desk-choice = This choice has changed. Open the question desk again, then choose what is there.
refusal-group-other = This group is already the group of { $agency }.
refusal-group-second = { $agency } already answers from the group { $title }. Give that group up first in /kelola, Question desk.
refusal-group-not-yours = Only an organizer of that agency can make this group the place to answer from.

# In the document of what is kept.
kept-action-desk-changed = changed the working time of a question desk
kept-action-desk-linked = chose the group of a question desk
kept-action-desk-unlinked = gave up the group of a question desk
kept-kind-desk-trouble = news about the group of a question desk
delivery-kind-desk-trouble = News about a group

button-desk = Question desk
button-desk-group = Team's group
button-desk-days = Working days
button-desk-alarm = Longest wait
button-desk-opens = Opens at
button-desk-closes = Closes at

desk = <b>Question desk</b> · { $agency }
desk-works = Working time: { $when }
desk-alarms = Longest wait: { $after }, then the team is reminded. National holidays and joint leave do not count.
desk-no-group = There is no group yet: questions come to each organizer's own chat.
desk-in-group = Questions are answered from the group <b>{ $title }</b>.
desk-days = <b>Working days</b> · { $agency }

    Tap a day to switch it on or off.
desk-opens = <b>Opens at</b> · { $agency }

    From when ({ $zone }) does your team answer?
desk-closes = <b>Closes at</b> · { $agency }

    Until when ({ $zone }) does your team answer?
desk-alarm = <b>Longest wait</b> · { $agency }

    After how long without an answer are you reminded? Only working time counts.
desk-group-how = To answer together: make a group with your team, add Jalin to it, then tap the button that appears there.
desk-topics-none = Reply to Jalin's message in the group to answer the asker. Begin with // for a note within the team.
    For a topic of its own for each question: switch Topics on in the group's settings, then make Jalin an admin who may manage topics.
desk-topics-open = Each question gets a topic of its own. Write in its topic to answer the asker; begin with // for a note within the team.
desk-topics-refused = { desk-trouble-topics }
desk-trouble-topics = ⚠️ This group has topics, but Jalin may not make any yet. Questions still arrive, without a topic of their own.
    Open the group's settings → Administrators → Jalin, then switch on Manage Topics.
desk-trouble-removed = ⚠️ Jalin is not in this group any more. Questions now come to each organizer's own chat.
    Add Jalin to that group again, or give the group up here.
desk-trouble-muted = ⚠️ Jalin may not write in this group. Questions now come to each organizer's own chat.
    Open the group's settings → Permissions, then let Jalin send messages.
desk-unlink-ask = Give the group <b>{ $title }</b> up? Questions that wait and new ones come to each organizer's own chat.
button-desk-unlink = Give the group up
button-desk-keep = Keep the group
desk-trouble = Something needs your care in the group <b>{ $title }</b>.

office-hours = { $days } { $opens }–{ $closes } { $zone }
work-days = { $count ->
    [1] { $count } working day
   *[other] { $count } working days
}
work-hours = { $count ->
    [1] { $count } working hour
   *[other] { $count } working hours
}

group-hello = Jalin takes participants' questions to the organizers of trainings.
    Organizers can answer them from this group: send /grup to choose it.
group-hello-link = Jalin takes participants' questions to the organizers of trainings.
    You can make this group the place where your team answers.
group-link-ask = Questions to <b>{ $agency }</b> will come to this group.
    Every member of the group sees the question and the asker's name (the NIP is masked); only organizers can answer.
group-linked = ✅ This is the group of <b>{ $agency }</b>.
button-group-link = Make it { $agency }'s
button-group-of = For { $agency }
button-group-link-now = Make it our group
