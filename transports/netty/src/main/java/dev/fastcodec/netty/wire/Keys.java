package dev.fastcodec.netty.wire;

/** The keys of {@link TTHeader}s that both sides know: those of Kitex (cloudwego/gopkg's TTHeader) and of metainfo. */
public final class Keys {
    /** Int key: "framed" or "unframed". */
    public static final int TRANSPORT_TYPE = 1;
    /** Int key: an id for logs. */
    public static final int LOG_ID = 2;
    /** Int key: the name of the service that calls. */
    public static final int FROM_SERVICE = 3;
    /** Int key: the name under which the service that is called was registered. */
    public static final int TO_SERVICE = 6;
    /** Int key: the name of the function that is called. */
    public static final int TO_METHOD = 9;
    /** Int key: the time that the call may take, decimal milliseconds. */
    public static final int RPC_TIMEOUT = 12;
    /** Int key: the time that connecting may take, decimal milliseconds. */
    public static final int CONNECT_TIMEOUT = 17;
    /** Int key: the function that calls. */
    public static final int FROM_METHOD = 20;
    /** Int key: the type of message, decimal. */
    public static final int MESSAGE_TYPE = 22;
    /** Int key: the type of a stream's frame, decimal. */
    public static final int FRAME_TYPE = 27;

    /** String key: the service's name in the IDL, by which a server of several finds it. */
    public static final String SERVICE = "isn";
    /** String key: the address that called first. */
    public static final String REMOTE_ADDRESS = "rip";
    /** String key: says that the connection is closed next. */
    public static final String CONNECTION_RESET = "crrst";
    /** String key: the payload's CRC-32C. */
    public static final String CHECKSUM = "crc32c";
    /** String key: the services through which a stream's end by force came, with commas. */
    public static final String CANCEL_PATH = "ttscp";
    /** String key under which the token that has a block of its own is found. */
    public static final String ACL_TOKEN = "RPC_TRANSIT_gdpr-token";
    /** String key: the status of a business error, decimal. */
    public static final String BIZ_STATUS = "biz-status";
    /** String key: a business error in words. */
    public static final String BIZ_MESSAGE = "biz-message";
    /** String key: more about a business error, a JSON object of strings. */
    public static final String BIZ_EXTRA = "biz-extra";

    private Keys() {}
}
