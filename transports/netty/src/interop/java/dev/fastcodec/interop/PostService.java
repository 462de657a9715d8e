package dev.fastcodec.interop;

import dev.fastcodec.interop.post.Letter;
import dev.fastcodec.rpc.BizStatusException;

/** Answers as the other programs' servers do. */
final class PostService {
    private PostService() {}

    static Letter send(Letter letter) {
        if (letter.getId() < 0) {
            throw new IllegalStateException("negative");
        }
        if (letter.getId() == 0) {
            throw new BizStatusException(7, "no id");
        }
        return new Letter().setId(letter.getId() + 1).setText(letter.getText());
    }
}
