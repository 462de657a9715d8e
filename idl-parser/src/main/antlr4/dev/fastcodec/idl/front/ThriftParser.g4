/**
 * Thrift as Apache's compiler or thriftgo reads it. One token of look-ahead decides everywhere, so no prediction runs. What
 * only the place forbids (headers after definitions) is let through and refused by ThriftDeclarations.
 */
parser grammar ThriftParser;

options { tokenVocab = ThriftLexer; }

declaration: structuredAnnotation* (header | definition) separator?;

header: include | cppInclude | namespace | packageName;
include: INCLUDE STRING;
cppInclude: CPP_INCLUDE STRING;
namespace: NAMESPACE (scope=IDENTIFIER | star=STAR) target=IDENTIFIER annotations?;
packageName: PACKAGE STRING;

definition: typedef | constant | enumeration | struct | service;
typedef: TYPEDEF type IDENTIFIER annotations?;
constant: CONST type IDENTIFIER EQUALS value annotations?;
enumeration: ENUM IDENTIFIER enumValues annotations?;
enumValues: LBRACE (enumValue separator?)* RBRACE;
enumValue: structuredAnnotation* IDENTIFIER (EQUALS integer)? annotations?;
struct: (STRUCT | UNION | EXCEPTION) IDENTIFIER XSD_ALL? fields annotations?;
fields: LBRACE (field separator?)* RBRACE;
service: SERVICE serviceName=IDENTIFIER (EXTENDS base=IDENTIFIER)? functions annotations?;
functions: LBRACE (function separator?)* RBRACE;
function: structuredAnnotation* (ONEWAY | ASYNC)? (VOID | type) IDENTIFIER parameters throwsClause? annotations?;
parameters: LPAREN (field separator?)* RPAREN;
throwsClause: THROWS parameters;

field:
    structuredAnnotation* (integer COLON)? (REQUIRED | OPTIONAL)? type AMPERSAND? name (EQUALS value)? XSD_OPTIONAL? XSD_NILLABLE?
    (XSD_ATTRS fields)? annotations?;

type: (BASE_TYPE | IDENTIFIER | mapType | setType | listType) annotations?;
mapType: MAP cppType? LESS type COMMA type GREATER;
setType: SET cppType? LESS type GREATER;
listType: LIST cppType? LESS type GREATER cppType?;
cppType: CPP_TYPE STRING;

value: integer | FLOAT | STRING | IDENTIFIER | listValue | mapValue;
listValue: LBRACKET (value separator?)* RBRACKET;
mapValue: LBRACE (mapEntry separator?)* RBRACE;
mapEntry: value COLON value;
integer: DECIMAL | HEX | OCTAL;

annotations: LPAREN (annotation separator?)* RPAREN;
annotation: name (EQUALS STRING)?;

// fbthrift's @Name{a = 1}: kept as text.
structuredAnnotation: AT IDENTIFIER structuredBody?;
structuredBody: LBRACE structuredItem* RBRACE;
structuredItem:
    integer | FLOAT | STRING | name | EQUALS | COLON | separator | structuredBody | LBRACKET structuredItem* RBRACKET;

name: IDENTIFIER | keyword;
keyword:
    NAMESPACE | INCLUDE | CPP_INCLUDE | TYPEDEF | CONST | ENUM | STRUCT | UNION | EXCEPTION | SERVICE | EXTENDS | THROWS
    | ONEWAY | ASYNC | VOID | REQUIRED | OPTIONAL | MAP | SET | LIST | BASE_TYPE | XSD_ALL | XSD_OPTIONAL | XSD_NILLABLE | XSD_ATTRS;
separator: COMMA | SEMICOLON;
