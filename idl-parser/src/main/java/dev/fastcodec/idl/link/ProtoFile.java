package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Name;
import dev.fastcodec.idl.schema.FileInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Protobuf file on its way through the passes. */
final class ProtoFile {
    private final ParsedFile parsed;
    private final ProtoEdition edition;
    private final Map<ProtoFile, Decl.Import> imports = new LinkedHashMap<>();
    private final Set<ProtoFile> visible = new HashSet<>();
    private final Set<ProtoFile> visibleToOptions = new HashSet<>();
    private final Set<ProtoSymbol> visiblePackages = new HashSet<>();
    private final Set<ProtoFile> used = new HashSet<>();
    private final List<OptionUse> optionUses = new ArrayList<>();
    private final List<ProtoOptionSite> optionSites = new ArrayList<>();
    private final List<ProtoMessage> messages = new ArrayList<>();
    private final List<ProtoEnum> enums = new ArrayList<>();
    private final List<ProtoField> extensions = new ArrayList<>();
    private final List<ProtoService> services = new ArrayList<>();
    private ProtoFeatures features;
    private FileInfo info;
    private @Nullable ProtoSymbol packageScope;
    private boolean complete = true;

    /** A name in an option that an import may declare, and the scope it stands in. */
    record OptionUse(Name name, ProtoSymbol scope) {}

    ProtoFile(ParsedFile parsed, ProtoEdition edition, ProtoFeatures features, FileInfo info) {
        this.parsed = parsed;
        this.edition = edition;
        this.features = features;
        this.info = info;
    }

    /** What the file says. */
    ParsedFile parsed() {
        return parsed;
    }

    /** Its import path. */
    String path() {
        return parsed.path();
    }

    ProtoEdition edition() {
        return edition;
    }

    /** The scope of its top-level names. */
    ProtoSymbol packageScope() {
        return Objects.requireNonNull(packageScope);
    }

    /** Says which package it is in; once, before anything else. */
    void enterPackage(ProtoSymbol scope) {
        packageScope = scope;
    }

    /** False when a name that is not found may be in a file that was not read, or not read well. */
    boolean complete() {
        return complete;
    }

    void setComplete(boolean isComplete) {
        complete = isComplete;
    }

    /** The files it imports, in order. */
    Map<ProtoFile, Decl.Import> imports() {
        return imports;
    }

    /** Itself, what it imports, and what those import publicly: whose names it may use. */
    Set<ProtoFile> visible() {
        return visible;
    }

    /** The same along {@code import option}: whose extensions its options may use. */
    Set<ProtoFile> visibleToOptions() {
        return visibleToOptions;
    }

    /** The packages of visible files, with the packages that hold them. */
    Set<ProtoSymbol> visiblePackages() {
        return visiblePackages;
    }

    /** Files whose names it used. */
    Set<ProtoFile> used() {
        return used;
    }

    List<OptionUse> optionUses() {
        return optionUses;
    }

    /** Declarations with options to be interpreted. */
    List<ProtoOptionSite> optionSites() {
        return optionSites;
    }

    List<ProtoMessage> messages() {
        return messages;
    }

    List<ProtoEnum> enums() {
        return enums;
    }

    /** Extensions declared outside of messages. */
    List<ProtoField> extensions() {
        return extensions;
    }

    List<ProtoService> services() {
        return services;
    }

    ProtoFeatures features() {
        return features;
    }

    /** Without options until {@link #describe}. */
    FileInfo info() {
        return info;
    }

    /** Whether it asks for the lite runtime of protobuf-java, whose files may not be mixed with others. */
    boolean isLite() {
        return "LITE_RUNTIME".equals(info.options().text("optimize_for"));
    }

    /** Sets what the file's options say; before anything is declared. */
    void describe(FileInfo theInfo, ProtoFeatures theFeatures) {
        info = theInfo;
        features = theFeatures;
    }
}
