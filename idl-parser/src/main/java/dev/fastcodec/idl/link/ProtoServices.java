package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.schema.Field;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.source.Comments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fifth pass: links services; requests and responses must be messages. */
final class ProtoServices {
    private final ProtoScopes scopes;
    private final ProtoStyle style;
    private final Diagnostics diagnostics;

    ProtoServices(ProtoScopes scopes, ProtoStyle style, Diagnostics diagnostics) {
        this.scopes = scopes;
        this.style = style;
        this.diagnostics = diagnostics;
    }

    /** Links a service; rpcs in error are reported and left out. */
    Service link(ProtoService service) {
        Decl.Service decl = service.decl();
        ProtoFile file = service.file();
        ProtoOptions options = ProtoOptionReader.read(
                ProtoOptionReader.statements(decl.body()),
                file,
                OptionTarget.SERVICE,
                file.packageScope(),
                diagnostics);
        ProtoFeatures features = file.features().with(options.features());
        style.checkTitle("service", decl.name(), features);
        List<Service.Method> methods = new ArrayList<>();
        for (Decl member : decl.body()) {
            if (member instanceof Decl.Rpc rpc) {
                Service.Method method = method(rpc, service, features);
                if (method != null) {
                    methods.add(method);
                }
            }
        }
        return new Service(
                decl.name().text(),
                service.symbol().fullName(),
                file.info(),
                null,
                methods,
                options.values(),
                decl.comments(),
                decl.name().span());
    }

    private Service.@Nullable Method method(Decl.Rpc rpc, ProtoService service, ProtoFeatures outer) {
        ProtoOptions options = ProtoOptionReader.read(
                rpc.options(), service.file(), OptionTarget.METHOD, service.symbol(), diagnostics);
        style.checkTitle("rpc", rpc.name(), outer.with(options.features()));
        Options values = options == ProtoOptions.NONE && rpc.span().text().endsWith("}")
                ? Options.EMPTY_BRACES
                : options.values();
        StructType input = message(rpc.input(), service);
        StructType output = message(rpc.output(), service);
        if (input == null || output == null) {
            return null;
        }
        Field request = new Field(
                "request",
                1,
                input,
                Field.Presence.EXPLICIT,
                false,
                Field.Encoding.PLAIN,
                null,
                null,
                "request",
                Options.NONE,
                Comments.NONE,
                rpc.input().span());
        return new Service.Method(
                rpc.name().text(),
                List.of(request),
                rpc.inputStream(),
                output,
                rpc.outputStream(),
                List.of(),
                false,
                values,
                rpc.comments(),
                rpc.name().span());
    }

    private @Nullable StructType message(Name name, ProtoService service) {
        ProtoSymbol scope = service.symbol();
        ProtoSymbol found = scopes.find(name.text(), scope, service.file(), false);
        if (found == null) {
            scopes.reportUndefined(name, scope, service.file(), false);
        } else if (!(found.type() instanceof StructType type)) {
            diagnostics.report(
                    Problem.NAME_NO_MESSAGE, name.span(), name, found.kind().label());
        } else if (scopes.isUsable(found, name, service.file())) {
            return type;
        }
        return null;
    }
}
