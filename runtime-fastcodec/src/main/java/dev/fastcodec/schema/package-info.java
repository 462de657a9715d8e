/**
 * What IDL says, at run time: {@link dev.fastcodec.schema.MessageSchema} for {@code Item.SCHEMA}, and from there its fields, their types and options,
 * other messages, enums and services. Everything here is immutable and safe for use by several threads.
 *
 * <p>Generated code keeps each IDL file as one {@link dev.fastcodec.schema.SchemaTable}, a text that is read when one of its types is first asked for
 * something else than its name. What codecs do does not depend on it: only the path of a field that cannot be decoded is told with it.
 */
package dev.fastcodec.schema;
