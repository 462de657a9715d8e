namespace java t
struct Experimental {}
