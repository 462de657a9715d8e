assert new File(basedir, 'target/classes/shop/Order.class').exists()
assert !new File(basedir, 'target/generated-sources/fastcodec/shop/Money.java').exists() : 'what is imported is in the jar already'
