package dev.fastcodec.codegen.descriptor;

import dev.fastcodec.codegen.bootstrap.FileDescriptorProto;
import dev.fastcodec.codegen.bootstrap.FileOptions;
import dev.fastcodec.codegen.bootstrap.MethodDescriptorProto;
import dev.fastcodec.codegen.bootstrap.MethodOptions;
import dev.fastcodec.codegen.bootstrap.ServiceDescriptorProto;
import dev.fastcodec.codegen.bootstrap.ServiceOptions;
import dev.fastcodec.codegen.descriptor.Descriptors.Details;
import dev.fastcodec.idl.schema.EnumType;
import dev.fastcodec.idl.schema.Extension;
import dev.fastcodec.idl.schema.SchemaFile;
import dev.fastcodec.idl.schema.Service;
import dev.fastcodec.idl.schema.StructType;
import dev.fastcodec.idl.schema.Type;
import org.jspecify.annotations.Nullable;

/** Makes the descriptor of one file. */
final class FileDescriptors {
    private final SchemaFile file;
    private final Details details;
    private final OptionBeans options;
    private final MessageDescriptors messages;

    FileDescriptors(SchemaFile file, Details details) {
        this.file = file;
        this.details = details;
        this.options = new OptionBeans(details.retainOptions());
        this.messages = new MessageDescriptors(file.info(), options);
    }

    FileDescriptorProto file() {
        FileDescriptorProto proto =
                new FileDescriptorProto().setName(file.info().path());
        if (!file.info().packageName().isEmpty()) {
            proto.setPackage(file.info().packageName());
        }
        syntax(proto);
        imports(proto);
        for (StructType type : file.structs()) {
            proto.getMessageType().add(messages.message(type));
        }
        for (EnumType type : file.enums()) {
            proto.getEnumType().add(messages.anEnum(type));
        }
        for (Service service : file.services()) {
            proto.getService().add(service(service));
        }
        for (Extension extension : file.extensions()) {
            proto.getExtension().add(messages.extension(extension));
        }
        proto.setOptions(options.of(file.info().options(), FileOptions::new, FileOptions.PROTO));
        if (details.sourceInfo()) {
            proto.setSourceCodeInfo(LocationRecords.of(file.sourceInfo(), details.retainOptions()));
        }
        return proto;
    }

    private void syntax(FileDescriptorProto proto) {
        switch (file.info().edition()) {
            case "proto2" -> {}
            case "proto3" -> proto.setSyntax("proto3");
            default -> proto.setSyntax("editions").editionNumber(editionNumber());
        }
    }

    /** Editions are numbered from 1000 on, one by one (descriptor.proto, Edition). */
    private int editionNumber() {
        return dev.fastcodec.codegen.bootstrap.Edition.valueOf(
                        "EDITION_" + file.info().edition())
                .number();
    }

    private void imports(FileDescriptorProto proto) {
        for (SchemaFile.Import i : file.imports()) {
            if (i.option()) {
                proto.getOptionDependency().add(i.path());
                continue;
            }
            int index = proto.getDependency().size();
            proto.getDependency().add(i.path());
            if (i.isPublic()) {
                proto.getPublicDependency().add(index);
            }
            if (i.weak()) {
                proto.getWeakDependency().add(index);
            }
        }
    }

    private ServiceDescriptorProto service(Service service) {
        ServiceDescriptorProto proto = new ServiceDescriptorProto().setName(service.name());
        for (Service.Method method : service.methods()) {
            proto.getMethod().add(method(method));
        }
        return proto.setOptions(options.of(service.options(), ServiceOptions::new, ServiceOptions.PROTO));
    }

    private MethodDescriptorProto method(Service.Method method) {
        MethodDescriptorProto proto = new MethodDescriptorProto()
                .setName(method.name())
                .setInputType(typeName(method.parameters().get(0).type()))
                .setOutputType(typeName(method.result()))
                .setOptions(options.of(method.options(), MethodOptions::new, MethodOptions.PROTO));
        if (method.clientStream()) {
            proto.setClientStreaming(true);
        }
        if (method.serverStream()) {
            proto.setServerStreaming(true);
        }
        return proto;
    }

    private static String typeName(@Nullable Type type) {
        return "." + type;
    }
}
