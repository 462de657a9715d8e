package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.Span;

/** Runs the checks that need one file only over all its messages and enums. */
final class ProtoChecks {
    private final ProtoNumbers numbers;
    private final ProtoEnums enums;
    private final ProtoJsonNames jsonNames;
    private final Diagnostics diagnostics;

    ProtoChecks(ProtoNumbers numbers, Diagnostics diagnostics) {
        this.numbers = numbers;
        this.enums = new ProtoEnums(diagnostics);
        this.jsonNames = new ProtoJsonNames(diagnostics);
        this.diagnostics = diagnostics;
    }

    void check(ProtoFile file) {
        if (file.isLite()) {
            checkLite(file);
        } else {
            file.imports().forEach((target, decl) -> {
                if (target.isLite()) {
                    diagnostics.report(Problem.LITE_IMPORT, decl.path().span(), target.path());
                }
            });
        }
        for (ProtoMessage message : file.messages()) {
            check(message);
        }
        for (ProtoEnum anEnum : file.enums()) {
            check(anEnum);
        }
    }

    private void checkLite(ProtoFile file) {
        boolean generic = file.info().options().isTrue("cc_generic_services")
                || file.info().options().isTrue("java_generic_services");
        for (ProtoService service : file.services()) {
            if (generic) {
                diagnostics.report(Problem.LITE_SERVICE, service.decl().name().span());
            }
        }
    }

    private void check(ProtoMessage message) {
        numbers.check(message);
        message.setExtensionDeclarations(ProtoExtensionDeclarations.read(message, diagnostics));
        jsonNames.check(message);
        ProtoLimits.check(message, diagnostics);
        Span name = message.type().span();
        if (message.options().values().get("map_entry") != null) {
            diagnostics.report(Problem.MAP_ENTRY_OPTION, message.options().place("map_entry", name));
        }
        if (message.file().edition() == ProtoEdition.PROTO3) {
            if (!message.extensionRanges().isEmpty()) {
                diagnostics.report(
                        Problem.EXTENSION_RANGE_IN_PROTO3, name, message.type().name());
            }
            if (message.isMessageSet()) {
                diagnostics.report(
                        Problem.MESSAGE_SET_IN_PROTO3, message.options().place("message_set_wire_format", name));
            }
        }
        for (ProtoMessage nested : message.messages()) {
            check(nested);
        }
        for (ProtoEnum anEnum : message.enums()) {
            check(anEnum);
        }
    }

    private void check(ProtoEnum anEnum) {
        enums.check(anEnum);
        numbers.check(anEnum);
        ProtoLimits.check(anEnum, diagnostics);
    }
}
