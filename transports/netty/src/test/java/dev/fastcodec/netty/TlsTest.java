package dev.fastcodec.netty;

import static dev.fastcodec.netty.EchoService.ECHO;
import static dev.fastcodec.netty.EchoService.answering;
import static dev.fastcodec.netty.EchoService.args;
import static dev.fastcodec.netty.EchoService.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fastcodec.netty.echo.EchoArgs;
import dev.fastcodec.netty.echo.EchoResult;
import dev.fastcodec.rpc.Call;
import dev.fastcodec.rpc.Handler;
import dev.fastcodec.rpc.RpcException;
import dev.fastcodec.rpc.Status;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls over TLS. */
@ExtendWith(NoLeaks.class)
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @Test
    void encryptsAndChecksTheServer(@TempDir Path folder) throws Exception {
        KeyStore keys = keys(folder.resolve("keys.p12"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SslContext server = SslContextBuilder.forServer(own).build();
        SslContext client = SslContextBuilder.forClient().trustManager(trusted).build();

        Handler<EchoArgs, EchoResult> echo = answering(ECHO, (call, args) -> result(args.getNote()));
        ServerOptions serving = ServerOptions.DEFAULT.tls(server);
        try (Loopback loopback = new Loopback(serving, ClientOptions.DEFAULT.tls(client), echo)) {
            String large = "x".repeat(1 << 20);
            assertEquals(large, loopback.call(ECHO, args(1, large)).getSuccess().getText());
            // neither a client that trusts others nor one without TLS gets through
            SslContext stranger = SslContextBuilder.forClient().build();
            for (ClientOptions options : List.of(ClientOptions.DEFAULT.tls(stranger), ClientOptions.DEFAULT)) {
                try (NettyChannel other = NettyChannel.to(loopback.server().address(), options)) {
                    RpcException e = (RpcException) Loopback.failure(other.unary(Call.client(ECHO), ECHO, args(1, "")));
                    assertEquals(Status.UNAVAILABLE, e.status());
                }
            }
        }
    }

    private static KeyStore keys(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2")
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore generated = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            generated.load(in, PASSWORD);
        }
        generated.setCertificateEntry("trusted", generated.getCertificate("server"));
        return generated;
    }
}
