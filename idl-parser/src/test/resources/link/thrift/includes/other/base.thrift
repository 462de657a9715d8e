namespace java other
struct Gone {}
service Root { void ping() }
