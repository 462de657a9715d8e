/**
 * The syntax of .proto files: proto2, proto3 and editions, and the text format inside option values.
 *
 * Each decision needs one token only, so no prediction runs at parse time and the time is linear. Two keywords that would
 * need more are told apart by ProtoScanner: "map" is MAP only before "<", "export" and "local" are EXPORT and LOCAL only
 * before the message or enum they belong to. Everything is labelled because no parse tree is kept beside the contexts.
 *
 * Rules with a catch clause are where recovery resumes: what fails inside is reported once and skipped.
 * ProtoFrontend calls topLevel until the file ends.
 */
parser grammar ProtoParser;

options {
    superClass = ProtoParserActions;
}

tokens {
    IDENT,
    SYNTAX, EDITION, IMPORT, PUBLIC, WEAK, OPTION, PACKAGE, MESSAGE, ENUM, SERVICE, EXTEND, EXTENSIONS, RESERVED, ONEOF, RPC,
    RETURNS, STREAM, GROUP, TO, MAX, OPTIONAL, REQUIRED, REPEATED,
    MAP, EXPORT, LOCAL,
    INT, FLOAT, STRING,
    SEMI, COMMA, DOT, EQ, COLON, MINUS, SLASH, LBRACE, RBRACE, LBRACK, RBRACK, LPAREN, RPAREN, LT, GT,
    URL_CHAR
}

// ---- files

topLevel
    : empty=SEMI
    | visibility=(EXPORT | LOCAL)? (messageDecl=message | enumDecl=enumeration)
    | syntaxDecl=syntax
    | packageDecl=packageStatement
    | importDecl=importStatement
    | optionDecl=option
    | extendDecl=extend
    | serviceDecl=service
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

syntax: keyword=(SYNTAX | EDITION) EQ value=string semi=SEMI;

packageStatement: PACKAGE name=packageName semi=SEMI;

packageName: ident (DOT ident)*;

importStatement: IMPORT kind=(PUBLIC | WEAK | OPTION)? path=string semi=SEMI;

// ---- messages

message: {beginMessage();} MESSAGE name=ident body=messageBody;

messageBody
    : {enterMessage();} open=LBRACE elements+=messageElement* close=RBRACE
    ;
    finally { leaveMessage(); }

messageElement
    : empty=SEMI
    | fieldDecl=field
    | visibility=(EXPORT | LOCAL)? (messageDecl=message | enumDecl=enumeration)
    | oneofDecl=oneof
    | optionDecl=option
    | extendDecl=extend
    | extensionsDecl=extensions
    | reservedDecl=reserved
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

field
    : label=(OPTIONAL | REQUIRED | REPEATED) (GROUP groupEnd=groupTail | type=fieldType end=fieldTail)
    | GROUP groupEnd=groupTail
    | bareType=unlabelledType end=fieldTail
    ;

fieldType: map=mapType | name=typeName;

// Without a label before it a type cannot begin with a keyword that begins a declaration.
unlabelledType
    : map=mapType
    | DOT ident (DOT ident)*
    | (IDENT | SYNTAX | EDITION | IMPORT | PUBLIC | WEAK | PACKAGE | SERVICE | RPC | RETURNS | STREAM | TO | MAX) (DOT ident)*
    ;

mapType: MAP LT key=typeName COMMA value=typeName GT;

fieldTail: name=ident EQ number=INT options=bracketOptions? semi=SEMI;

groupTail: name=ident EQ number=INT options=bracketOptions? body=messageBody;

oneof: ONEOF name=ident open=LBRACE elements+=oneofElement+ close=RBRACE;

oneofElement
    : optionDecl=option
    | fieldDecl=field
    | keywordField=fieldOfKeywordType
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

// In bodies that declare nothing else these keywords can be names of types.
fieldOfKeywordType: type=keywordType end=fieldTail;

keywordType: (MESSAGE | ENUM | EXTENSIONS | RESERVED | EXTEND | ONEOF) (DOT ident)*;

extend: EXTEND extendee=typeName open=LBRACE elements+=extendElement+ close=RBRACE;

extendElement
    : fieldDecl=field
    | keywordField=fieldOfKeywordType
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

extensions: EXTENSIONS ranges+=range (COMMA ranges+=range)* options=bracketOptions? semi=SEMI;

range: first=INT (TO (last=INT | max=MAX))?;

reserved: RESERVED (ranges+=range (COMMA ranges+=range)* | names=reservedNames) semi=SEMI;

reservedNames: strings+=string (COMMA strings+=string)* | words+=ident (COMMA words+=ident)*;

// ---- enums

enumeration: ENUM name=ident open=LBRACE elements+=enumElement* close=RBRACE;

enumElement
    : empty=SEMI
    | optionDecl=option
    | reservedDecl=enumReserved
    | valueDecl=enumValue
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

enumValue: name=enumValueName EQ number=signedInt options=bracketOptions? semi=SEMI;

enumReserved: RESERVED (ranges+=enumRange (COMMA ranges+=enumRange)* | names=reservedNames) semi=SEMI;

enumRange: first=signedInt (TO (last=signedInt | max=MAX))?;

signedInt: minus=MINUS? digits=INT;

// ---- services

service: SERVICE name=ident open=LBRACE elements+=serviceElement* close=RBRACE;

serviceElement
    : empty=SEMI
    | optionDecl=option
    | rpcDecl=rpc
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

rpc
    : RPC name=ident LPAREN inputStream=STREAM? input=messageType RPAREN RETURNS
        LPAREN outputStream=STREAM? output=messageType RPAREN end=rpcEnd
    ;

rpcEnd: semi=SEMI | body=rpcBody;
    catch [NoViableAltException e] { _localctx.semi = missingSemicolon(e); }

rpcBody: open=LBRACE elements+=rpcElement* close=RBRACE;

rpcElement
    : empty=SEMI
    | optionDecl=option
    ;
    catch [RecognitionException e] { failed(_localctx, e); }

// ---- options

option: OPTION name=optionName EQ val=optionValue semi=SEMI;

bracketOptions: LBRACK options+=bracketOption (COMMA options+=bracketOption)* RBRACK;

bracketOption: name=optionName EQ val=optionValue;

optionName: parts+=optionNamePart (DOT parts+=optionNamePart)*;

optionNamePart: simple=ident | LPAREN extension=extensionName RPAREN;

extensionName: DOT? ident (DOT ident)*;

// protoc passes over a sign before an aggregate.
optionValue: text=string | minus=MINUS? (simple=unsigned | braces=aggregate);

scalar: text=string | minus=MINUS? simple=unsigned;

unsigned: number=(INT | FLOAT) | word=ident;

string: STRING+;

// ---- the text format in option values

aggregate
    : {enterAggregate();} LBRACE fields+=aggregateField* RBRACE
    ;
    finally { leaveAggregate(); }

angledAggregate
    : {enterAggregate();} LT fields+=aggregateField* GT
    ;
    finally { leaveAggregate(); }

aggregateField
    : name=aggregateFieldName (
            COLON (simple=scalar | braces=aggregate | angles=angledAggregate | list=aggregateList)
            | braces=aggregate
            | angles=angledAggregate
            | list=aggregateList
        )
        (COMMA | SEMI)?
    ;

aggregateFieldName: simple=ident | LBRACK url=typeUrl RBRACK;

// An extension's name or what an Any holds: domain/path/type.
typeUrl
    : (ident | INT | FLOAT | DOT | MINUS | SLASH | LPAREN | RPAREN | COMMA | SEMI | EQ | URL_CHAR)+
    ;

aggregateList: LBRACK (elements+=aggregateListElement (COMMA elements+=aggregateListElement)*)? RBRACK;

aggregateListElement: simple=scalar | braces=aggregate | angles=angledAggregate;

// ---- names

typeName: (DOT ident | typeWord) (DOT ident)*;

messageType: (DOT ident | messageTypeWord) (DOT ident)*;

ident
    : IDENT | SYNTAX | EDITION | IMPORT | PUBLIC | WEAK | OPTION | PACKAGE | MESSAGE | ENUM | SERVICE | EXTEND | EXTENSIONS
    | RESERVED | ONEOF | RPC | RETURNS | STREAM | GROUP | TO | MAX | OPTIONAL | REQUIRED | REPEATED
    ;

// "group" is no type of its own, as no other name of a scalar is.
typeWord
    : IDENT | SYNTAX | EDITION | IMPORT | PUBLIC | WEAK | OPTION | PACKAGE | MESSAGE | ENUM | SERVICE | EXTEND | EXTENSIONS
    | RESERVED | ONEOF | RPC | RETURNS | STREAM | TO | MAX | OPTIONAL | REQUIRED | REPEATED
    ;

messageTypeWord
    : IDENT | SYNTAX | EDITION | IMPORT | PUBLIC | WEAK | OPTION | PACKAGE | MESSAGE | ENUM | SERVICE | EXTEND | EXTENSIONS
    | RESERVED | ONEOF | RPC | RETURNS | TO | MAX | OPTIONAL | REQUIRED | REPEATED
    ;

enumValueName
    : IDENT | SYNTAX | EDITION | IMPORT | PUBLIC | WEAK | PACKAGE | MESSAGE | ENUM | SERVICE | EXTEND | EXTENSIONS
    | ONEOF | RPC | RETURNS | STREAM | GROUP | TO | MAX | OPTIONAL | REQUIRED | REPEATED
    ;
