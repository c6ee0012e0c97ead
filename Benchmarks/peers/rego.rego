package hospital

# The question as Rego asks it; the tables stand in `data`, the request in `input`.

default allow := false

person := data.staff[input.who]

role := data.roles[person.role]

item := data.items[input.item]

allow if {
	role.permits[input.action][item.class]
	inside
	related
}

inside if item.author == input.who

inside if not closed

# Not `every mark in item.marks { role.opens[mark] }`: the virtual machine of regorus takes that for true where
# the look-up is undefined. Its interpreter does not.
closed if {
	some mark in item.marks
	not role.opens[mark]
}

# Links by kind: only those of a kind that the role counts are looked at.
related if {
	some kind, window in role.unit_ties
	some link in data.links[item.patient][kind]
	fits(link, window)
	data.above[link.unit][person.unit]
}

related if {
	some kind, window in role.staff_ties
	some link in data.links[item.patient][kind]
	link.staff == input.who
	fits(link, window)
}

fits(link, window) if {
	data.now < link.end + window.after
	link.start - window.before <= data.now
}
