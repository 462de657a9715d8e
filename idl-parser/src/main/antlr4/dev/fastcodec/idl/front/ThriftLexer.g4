/** The tokens of Thrift, Apache's and thriftgo's. What starts well and ends badly is a token too, so that the parser can say so. */
lexer grammar ThriftLexer;

// fbthrift's "package" is a keyword only before a string; ThriftTokens tells.
tokens { PACKAGE }

NAMESPACE: 'namespace';
INCLUDE: 'include';
CPP_INCLUDE: 'cpp_include';
TYPEDEF: 'typedef';
CONST: 'const';
ENUM: 'enum';
STRUCT: 'struct';
UNION: 'union';
EXCEPTION: 'exception';
SERVICE: 'service';
EXTENDS: 'extends';
THROWS: 'throws';
ONEWAY: 'oneway';
ASYNC: 'async';
VOID: 'void';
REQUIRED: 'required';
OPTIONAL: 'optional';
MAP: 'map';
SET: 'set';
LIST: 'list';
BASE_TYPE: 'bool' | 'byte' | 'i8' | 'i16' | 'i32' | 'i64' | 'double' | 'string' | 'binary';
CPP_TYPE: 'cpp_type';
XSD_ALL: 'xsd_all';
XSD_OPTIONAL: 'xsd_optional';
XSD_NILLABLE: 'xsd_nillable';
XSD_ATTRS: 'xsd_attrs';

LBRACE: '{';
RBRACE: '}';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
LESS: '<';
GREATER: '>';
COMMA: ',';
SEMICOLON: ';';
COLON: ':';
EQUALS: '=';
STAR: '*';
AMPERSAND: '&';
AT: '@';

DECIMAL: SIGN? DIGIT+;
HEX: SIGN? '0x' HEX_DIGIT+;
OCTAL: '0o' [0-7]+;
FLOAT: SIGN? (DIGIT* '.' DIGIT+ EXPONENT? | DIGIT+ EXPONENT);
BAD_NUMBER: SIGN? DIGIT+ '.'? [a-zA-Z_] [a-zA-Z_0-9]*;
IDENTIFIER: [a-zA-Z_] [.a-zA-Z_0-9]*;
STRING: '"' (~["\\] | '\\' .)* '"' | '\'' (~['\\] | '\\' .)* '\'';
UNTERMINATED_STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? | '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\\'?;

LINE_COMMENT: ('//' | '#') ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'+ '/' -> channel(HIDDEN);
UNTERMINATED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;
WHITE_SPACE: [ \t\r\n\u000B]+ -> skip;
INVALID: .;

fragment SIGN: [+-];
fragment DIGIT: [0-9];
fragment HEX_DIGIT: [0-9a-fA-F];
fragment EXPONENT: [eE] SIGN? DIGIT+;
