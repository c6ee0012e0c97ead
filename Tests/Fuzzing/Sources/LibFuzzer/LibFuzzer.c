// The function comes from the compiler, with `-sanitize=fuzzer`.
