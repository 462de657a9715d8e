package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.EnumType;

/** A declared enum on its way through the passes. */
record ProtoEnum(
        ProtoFile file,
        ProtoSymbol symbol,
        Decl.Enum decl,
        EnumType type,
        ProtoFeatures features,
        ProtoOptions options) {}
