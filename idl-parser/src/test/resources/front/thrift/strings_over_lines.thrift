const string A = "one
two" const string B = 'three
four
five'
struct A { 1: string a (go.tag = 'json:"a"
  xml:"a"') }
const string C = "not closed
const string D = "also taken for a start"
const string E = "not closed
const string F = " taken for one string, but what follows is none"
const string G = "fine\
as thriftgo reads it"
