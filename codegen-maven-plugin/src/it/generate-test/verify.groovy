assert new File(basedir, 'target/test-classes/shop/Fixture.class').exists()
assert new File(basedir, 'target/classes/shop/Money.class').exists()
assert new File(basedir, 'target/generated-test-sources/fastcodec/shop').list().sort() == ['Fixture.java', 'FixtureSchema.java']
