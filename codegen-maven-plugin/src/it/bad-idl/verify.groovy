def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'src/main/proto/shop/order.proto').path
assert log.contains("$file:5:8: error: imported file not found: shop/nowhere.proto")
assert log.contains("$file:9:17: error: field number 1 is used twice in Order")
assert !log.readLines().any { it.startsWith('    at ') } : 'no stack trace'
assert !new File(basedir, 'target/generated-sources/fastcodec').exists() : 'nothing is written when there are errors'
