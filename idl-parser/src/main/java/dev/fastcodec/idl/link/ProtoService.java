package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;

/** A declared service; the types of its rpcs are looked up in its scope. */
record ProtoService(ProtoFile file, Decl.Service decl, ProtoSymbol symbol) {}
