assert new File(basedir, 'money/target/classes/shop/money.proto').exists()
assert new File(basedir, 'orders/target/classes/shop/Order.class').exists()
assert !new File(basedir, 'orders/target/generated-sources/fastcodec/shop/Money.java').exists()
def log = new File(basedir, 'build.log').text
assert !log.contains('not marked') : 'the plugin says that it is thread-safe'
