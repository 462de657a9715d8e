package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.schema.Options;
import java.util.List;

/**
 * A declaration whose options are to be interpreted once every type is linked.
 *
 * @param scope where the names of extensions are looked up
 * @param values gets what is found
 * @param statements those that {@link ProtoOptionReader} found no fault with, in source order
 * @param checked whether it has checked all there is to check, so that they are interpreted only when somebody asks
 */
record ProtoOptionSite(
        ProtoFile file,
        OptionTarget target,
        ProtoSymbol scope,
        Options values,
        List<Decl.Option> statements,
        boolean checked) {}
