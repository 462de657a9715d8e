namespace java calls

// What a program made by another compiler sends; the service's own structs are for generated code.

struct FindRequest {
  1: string sku
}

struct ForgetRequest {
  1: string sku
  2: list<i32> numbers
}

struct Nothing {}
