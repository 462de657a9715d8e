package dev.fastcodec.idl.link;

import dev.fastcodec.idl.diag.Diagnostics;
import dev.fastcodec.idl.diag.Problem;
import dev.fastcodec.idl.source.FoundFile;
import dev.fastcodec.idl.source.Source;
import dev.fastcodec.idl.source.SourcePath;
import dev.fastcodec.idl.source.Span;
import dev.fastcodec.idl.source.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds files on the source path and decodes them. */
final class SourceReader {
    private final SourcePath path;
    private final Diagnostics diagnostics;

    SourceReader(SourcePath path, Diagnostics diagnostics) {
        this.path = path;
        this.diagnostics = diagnostics;
    }

    /** What became of a lookup: {@code source} is null when the file is not there, or {@code reported} when it is bad. */
    record Result(@Nullable Source source, boolean reported) {}

    /**
     * Looks a file up and decodes it.
     *
     * @param asker the import that wants it, or null
     */
    Result read(String importPath, @Nullable Span asker) {
        try {
            FoundFile found = path.find(importPath).orElse(null);
            if (found == null) {
                return new Result(null, false);
            }
            Source source = decode(found);
            return new Result(source, source == null);
        } catch (OutOfMemoryError e) {
            diagnostics.report(Problem.FILE_TOO_LARGE, asker, importPath);
        } catch (FileSystemException e) {
            diagnostics.report(Problem.FILE_UNREADABLE, asker, importPath, reason(e));
        } catch (IOException e) {
            diagnostics.report(Problem.FILE_UNREADABLE, asker, importPath, Objects.toString(e.getMessage(), "" + e));
        }
        return new Result(null, true);
    }

    private static String reason(FileSystemException e) {
        return e.getReason() != null
                ? e.getReason()
                : e instanceof AccessDeniedException
                        ? "permission denied"
                        : e.getClass().getSimpleName();
    }

    private @Nullable Source decode(FoundFile file) {
        byte[] bytes = file.bytes();
        if (isPlain(bytes)) {
            return new Source(file.importPath(), new String(bytes, StandardCharsets.ISO_8859_1), false, true);
        }
        int start = hasByteOrderMark(bytes) ? 3 : 0;
        Utf8Text.Decoded decoded = Utf8Text.decode(bytes, start);
        String text = decoded.text();
        int invalid = decoded.invalid();
        boolean ascii = invalid < 0 && text.length() == bytes.length - start;
        Source source = new Source(file.importPath(), text, start > 0, ascii);
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            diagnostics.report(Problem.NUL_CHARACTER, new Span(source, nul, nul + 1));
            return null;
        }
        if (invalid >= 0) {
            diagnostics.report(
                    Problem.INVALID_UTF8,
                    new Span(source, invalid, invalid + 1),
                    start + Utf8Text.encode(text.substring(0, invalid)).length);
        }
        return source;
    }

    /** Whether all is ASCII and none of it is NUL; found in one look, which counts in a program that just started. */
    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasByteOrderMark(byte[] b) {
        return b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF;
    }
}
