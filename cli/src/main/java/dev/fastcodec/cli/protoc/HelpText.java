package dev.fastcodec.cli.protoc;

/** What {@code fastcodec protoc --help} prints. */
final class HelpText {
    /** The text, each line with its end. */
    static final String TEXT = """
            Usage: fastcodec protoc [OPTION] PROTO_FILES
            Stands in for libprotoc 36.2: takes its arguments, and gives its exit codes, files and texts.

            Where files are:
              -IPATH, --proto_path=PATH    Folder to look files up in; several count in order. VIRTUAL=DISK gives
                                           the files of DISK names that begin with VIRTUAL. The current folder when
                                           neither this nor --descriptor_set_in is given.
              --descriptor_set_in=FILES    Files with a FileDescriptorSet each, for what no folder has.
              @FILE                        Arguments from a file, one a line.

            What is written:
              --NAME_out=[OPTIONS:]OUT     Runs the plugin protoc-gen-NAME; OUT is a folder, or ends in .zip or .jar.
              --NAME_opt=OPTIONS           More options for that plugin.
              --plugin=[NAME=]PROGRAM      The program of a plugin; otherwise it is looked up on the PATH.
              --NAME_prefix=COMMAND        A command that runs the plugin, split at spaces.
              --fastcodec_out=[OPTIONS:]OUT  Java by Fastcodec itself, without a plugin.
              -oFILE, --descriptor_set_out=FILE  A FileDescriptorSet of the inputs.
              --include_imports            ... and of all that they import.
              --include_source_info        ... with places and comments.
              --retain_options             ... with options that are for the source alone.
              --dependency_out=FILE        A rule of make from what is written to what was read.
              --edition_defaults_out=FILE  The defaults of features, between --edition_defaults_minimum and
                                           --edition_defaults_maximum.
              --unsafe_allow_out_dir_escape  Plugins may write outside of their folder.
              --enable_codegen_trace=ANY   Asks plugins to say which of their parts made what.

            Messages, from standard input to standard output:
              --encode=TYPE                Text to bytes.
              --deterministic_output       ... with maps in the order of their keys.
              --decode=TYPE                Bytes to text.
              --decode_raw                 Bytes of any type to text.
              --print_free_field_numbers   Prints which numbers messages have left.

            What must hold:
              --fatal_warnings             Warnings fail, too.
              --error_format=gcc|msvs      How errors are told.
              --disallow_services          No input may have a service.
              --direct_dependencies=NAMES  What inputs may import, with colons between.
              --option_dependencies=NAMES  The same for import option.
              --direct_dependencies_violation_msg=TEXT, --option_dependencies_violation_msg=TEXT
                                           What is said of others; %s stands for the name.
              --experimental_editions      Plugins get files of editions that they do not know.

              --version, --notices, -h, --help

            protoc's own generators, such as --java_out, are not here: they need a plugin.
            """;

    private HelpText() {}
}
