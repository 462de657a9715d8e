/**
 * Calls between programs, as generated services see them, and what engines do for them. No connection is here, no thread but the one
 * that closes streams which a caller has lost, and no engine is named.
 *
 * <p><b>For users.</b> A service is one interface. {@code Shop.client(channel)} calls it through a {@link dev.fastcodec.rpc.Channel};
 * {@code Shop.handlers(shop)} makes {@link dev.fastcodec.rpc.Handler}s of an implementation, from which a {@link dev.fastcodec.rpc.Router} is made, which
 * a server of some engine takes. {@code Shop.Async} is the same with stages and publishers. What goes with a call besides messages is in a
 * {@link dev.fastcodec.rpc.Call}: {@link dev.fastcodec.rpc.Metadata}, a {@link dev.fastcodec.rpc.Deadline}, a {@link dev.fastcodec.rpc.Cancellation}; a
 * handler asks {@link dev.fastcodec.rpc.Call#current()} for it, a caller sets it by a view of the channel, and {@link dev.fastcodec.rpc.Interceptor}s
 * on both sides see it. What goes wrong is an exception that the service declares, an {@link dev.fastcodec.rpc.RpcException} with a
 * {@link dev.fastcodec.rpc.Status}, a {@link dev.fastcodec.rpc.BizStatusException}, or, when a message cannot be written, an
 * {@link dev.fastcodec.EncodeException}; never a text that somebody has to parse.
 *
 * <p><b>For engines.</b> A {@link dev.fastcodec.rpc.Method} has the names and, for each {@link dev.fastcodec.rpc.Payload}, the codecs. A call without
 * streams is {@link dev.fastcodec.rpc.Channel#unary} at the client, which gives a future, and {@link dev.fastcodec.rpc.Handler#unary} at the server,
 * which gets a {@link dev.fastcodec.rpc.Responder}. With streams both sides have the same two things: a {@link dev.fastcodec.rpc.Sender}, which the
 * engine makes, and a {@link dev.fastcodec.rpc.Receiver}, which it calls, one call after the other.
 *
 * <table>
 * <caption>The same in gRPC and in Kitex's TTHeader streaming</caption>
 * <tr><th>here</th><th>client, gRPC</th><th>server, gRPC</th><th>TTHeader streaming</th></tr>
 * <tr><td>{@code Call.headers()}</td><td>Metadata of start</td><td>Metadata of startCall</td><td>header frame of the client</td></tr>
 * <tr><td>{@code Call.responseHeaders()}</td><td>onHeaders</td><td>sendHeaders</td><td>header frame of the server</td></tr>
 * <tr><td>{@code Sender.send}</td><td>sendMessage</td><td>sendMessage</td><td>data frame</td></tr>
 * <tr><td>{@code Sender.request}</td><td>request</td><td>request</td><td>reading from the connection</td></tr>
 * <tr><td>{@code Sender.isReady}, {@code Receiver.ready}</td><td>isReady, onReady</td><td>isReady, onReady</td><td>the connection's writability</td></tr>
 * <tr><td>{@code Sender.end}</td><td>halfClose</td><td>close with OK</td><td>trailer frame</td></tr>
 * <tr><td>{@code Sender.fail}</td><td>cancel</td><td>close with a status</td><td>rst frame; trailer frame with an exception</td></tr>
 * <tr><td>{@code Receiver.message}</td><td>onMessage</td><td>onMessage</td><td>data frame</td></tr>
 * <tr><td>{@code Receiver.end}</td><td>onClose with OK</td><td>onHalfClose</td><td>trailer frame</td></tr>
 * <tr><td>{@code Receiver.fail}</td><td>onClose with a status</td><td>onCancel</td><td>trailer frame with an exception; rst frame</td></tr>
 * <tr><td>{@code Call.trailers()}</td><td>trailers of onClose</td><td>trailers of close</td><td>string keys of the trailer frame</td></tr>
 * </table>
 */
package dev.fastcodec.rpc;
