package dev.fastcodec.netty.wire;

import dev.fastcodec.rpc.StringMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A business error as the header of an answer has it; the answer itself looks like a success at Kitex, and like an undeclared exception at Volo.
 *
 * @param status not 0
 * @param extra more about it
 */
public record BizStatus(int status, String message, Map<String, String> extra) {

    /** Adds it to the string keys of an answer. */
    public void add(Map<String, String> strings) {
        strings.put(Keys.BIZ_STATUS, Integer.toString(status));
        strings.put(Keys.BIZ_MESSAGE, message);
        if (!extra.isEmpty()) {
            strings.put(Keys.BIZ_EXTRA, StringMap.write(extra));
        }
    }

    /**
     * The business error among the string keys of an answer.
     *
     * @return null when there is none: a status of 0 or that is not a number is none
     */
    public static @Nullable BizStatus of(Map<String, String> strings) {
        String told = strings.get(Keys.BIZ_STATUS);
        int status = told == null ? 0 : number(told);
        if (status == 0) {
            return null;
        }
        String message = strings.getOrDefault(Keys.BIZ_MESSAGE, "");
        return new BizStatus(status, message, StringMap.read(strings.getOrDefault(Keys.BIZ_EXTRA, "")));
    }

    private static int number(String told) {
        try {
            return Integer.parseInt(told);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
