package dev.fastcodec.idl.diag;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that a user probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** Adds "did you mean …?" when one of the names is near enough. */
    public static void help(Diagnostic report, String written, Collection<String> names) {
        String nearest = nearest(written, names);
        if (nearest != null) {
            report.help(Problem.DID_YOU_MEAN, nearest);
        }
    }

    /**
     * The nearest of the names, or null when none is near: one edit in three characters, case not counted; up to two
     * characters more at the end are one edit. Of two equally near the first by spelling.
     */
    public static @Nullable String nearest(String written, Collection<String> names) {
        String best = null;
        int bestDistance = written.length() < 3 ? 0 : written.length() / 3;
        for (String name : names) {
            int more = name.length() - written.length();
            boolean longer = more > 0 && more <= 2 && name.startsWith(written);
            if (longer || Math.abs(more) <= bestDistance) {
                int distance = longer ? 1 : distance(written, name, bestDistance);
                boolean tie = distance == bestDistance && (best == null || name.compareTo(best) < 0);
                if (distance < bestDistance || tie) {
                    best = name;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** Edits (insert, delete, replace, swap of neighbours) between two names, or {@code limit + 1} when there are more. */
    static int distance(String a, String b, int limit) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && same(a.charAt(i - 1), b.charAt(j - 2))
                        && same(a.charAt(i - 2), b.charAt(j - 1))) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
