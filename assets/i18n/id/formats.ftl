## Yang ditulis aplikasi lain, dan URI tempat kode dibawa

# Mengapa sebuah URI tidak memberi akun.
err-uri-bad-number = “{ $value }” tidak dapat dipakai sebagai { $parameter }.
err-uri-no-key = Tidak ada kunci di dalamnya.
err-uri-not-an-account = Ini bukan URI akun.
fix-uri-not-an-account = URI akun diawali otpauth://, motp://, atau steam://.
err-uri-push = Kode ini mendaftarkan persetujuan push di { $app } dan tidak berisi kunci.
fix-uri-push = Pada layanan itu, pilih “aplikasi autentikator lain” atau “tidak bisa memindai”, lalu pakai kode yang ditampilkan.
err-uri-too-long = URI lebih panjang dari 4096 bita.
err-uri-transfer = Ini membawa beberapa akun dari aplikasi lain.
fix-uri-transfer = Impor, jangan ditambahkan.
err-uri-two-keys = Ada dua kunci yang berbeda.
err-uri-unknown-algorithm = Algoritme “{ $name }” tidak dikenal.
err-uri-unknown-type = Jenis kode “{ $name }” tidak dikenal.
fix-uri-ask-service = Minta layanan menampilkan kode lagi, atau ketik kuncinya.

# Yang diperhatikan pada URI yang diterima.
note-uri-cut = Penerbit atau nama yang sangat panjang dipendekkan.
note-hidden-removed = { $count } karakter tersembunyi dihapus.
note-uri-issuer-in-label = Label menyebut “{ $issuer }” sebagai penerbit; yang dipakai adalah parameternya.
note-uri-issuer-repaired = Penerbit terpotong pada “&” dan diambil dari label.
note-uri-look-alikes = Nama mencampur huruf yang mirip; periksa apakah benar yang Anda maksud.
note-uri-repeated = “{ $name }” tertulis lebih dari sekali; yang pertama dipakai.
note-key-short = Kuncinya pendek: { $bytes } bita, padahal standar meminta 16.
note-uri-unknown = Dilewati, tidak dikenal: { $names }.
note-digits-unusual = Kode terdiri atas { $digits } angka; biasanya 6 sampai 8.
