struct C {}
