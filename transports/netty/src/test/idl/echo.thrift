namespace java dev.fastcodec.netty.echo

struct Note {
  1: i32 id
  2: string text
  3: binary data
}

exception Refused {
  1: string why
}

struct EchoArgs {
  1: Note note
}

struct EchoResult {
  1: optional Note success
  2: optional Refused refused
}
