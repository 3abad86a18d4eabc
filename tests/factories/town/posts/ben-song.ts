import type { TownPost } from '../shape';

const credit = 'Hình vẽ: the BULB demo town';

export const benSongPosts: readonly TownPost[] = [
  {
    blog: 'ben-song',
    author: 'an',
    slug: 'cho-noi-luc-bon-gio',
    title: 'Chợ nổi lúc bốn giờ sáng',
    standfirst: 'Người ta bảo chợ nổi sắp hết. Tôi ra bến lúc bốn giờ để đếm, và đếm được nhiều hơn tôi tưởng.',
    tags: ['song-nuoc', 'cho', 'ky-uc'],
    publishedDaysAgo: 0.9,
    cover: {
      picture: 'floating-market',
      alt: 'Những chiếc ghe chở đầy trái cây trên mặt sông trước lúc bình minh, đèn dầu phản chiếu xuống nước.',
      caption: 'Bốn giờ mười lăm. Cây bẹo treo gì thì ghe bán nấy, trừ khi người ta treo tấm lá.',
      credit,
    },
    body: `
Bốn giờ sáng, sông chưa có màu. Chỉ có những đốm đèn, đốm nào đứng yên là ghe bán, đốm nào chạy là ghe mua. Bà Tư bán cà phê bảo tôi cứ nhìn đèn mà đếm, đừng nhìn ghe, vì ghe thì ba chiếc cột vào nhau thành một.

Tôi đếm được bốn mươi bảy đốm đứng. Năm ngoái báo viết rằng chợ chỉ còn chừng ba chục ghe. Tôi không dám nói nhà báo sai. Có lẽ họ đến lúc bảy giờ, khi chợ đã tan gần hết và chỉ còn những ghe đợi khách du lịch.

## Cây bẹo

Ghe bán thứ gì thì treo thứ ấy lên cây sào trước mũi: trái khóm, củ sắn, bó hành. Người ở xa nhìn là biết, khỏi phải gọi. Có ba lệ ngoài mà trẻ con ở đây đứa nào cũng thuộc:

- Treo mà không bán: quần áo. Đó là nhà người ta đang phơi đồ.
- Bán mà không treo: cháo, cà phê, hủ tiếu. Cứ ngửi thì biết.
- Treo thứ này mà bán thứ khác: tấm lá dừa. Nghĩa là bán chính chiếc ghe.

Sáng hôm ấy tôi thấy hai tấm lá. Một chiếc của ông Sáu Hiền. Ông bán bí đỏ ba mươi tám năm, nuôi bốn đứa con, đứa út vừa học xong đại học trên Sài Gòn. Tôi hỏi có buồn không. Ông nói: “Buồn chớ. Nhưng tôi bán ghe cho thằng cháu, nó lại bán bí đỏ. Vậy tôi buồn cái gì?” Rồi ông cười, mà mắt vẫn nhìn xuống nước.

## Vì sao chợ còn

Người ta hay giải thích vì sao chợ nổi mất: có đường, có xe tải, có siêu thị. Tôi thì muốn biết vì sao nó còn. Tôi làm thủ tục ở cảng ba mươi năm, quen nhìn hàng đi đường nào thì rẻ. Chở một tấn khoai từ miệt vườn ra đây bằng ghe tốn chừng một phần ba so với xe, nếu nhà ở sát mé sông. Mà vườn thì phần nhiều ở sát mé sông. Chừng nào còn vậy thì còn chợ, ít hay nhiều mà thôi.

Cái mất trước không phải là ghe, mà là giờ. Ngày xưa chợ họp theo con nước: nước lớn thì đông, nước ròng thì vắng, mỗi ngày một khác. Nay người mua phải kịp giao cho quán trước sáu giờ nên chợ họp theo đồng hồ. Bà Tư nói bà ghét nhất chuyện đó. Bốn mươi năm bà thức theo con nước, tự nhiên phải mua một cái đồng hồ báo thức.

> Con nước không trễ bao giờ. Chỉ có người ta hẹn sai.

Năm giờ rưỡi, trời đằng cù lao trắng ra, rồi hồng. Lúc ấy mới thấy mặt người. Ai cũng già hơn cái đèn của mình. Một cô bé chừng mười tuổi ngồi sau lái, vừa giữ máy vừa học bài, quyển vở kê trên trái mít. Tôi hỏi học môn gì. Cô bé nói môn địa lý, bài về các loại hình giao thông, trong sách có tấm hình chợ nổi.

“Giống không?” tôi hỏi.

Cô bé nhìn quanh một vòng, so thật kỹ.

“Dạ giống. Mà trong sách không có bà Tư.”
`,
  },
  {
    blog: 'ben-song',
    author: 'an',
    slug: 'toa-so-bay',
    title: 'Toa số bảy',
    standfirst: 'Ba mươi mấy tiếng trên tàu Thống Nhất, một toa ghế cứng, và những thứ người ta mang theo mà không khai.',
    tags: ['tau', 'ky-uc', 'duong-xa'],
    publishedDaysAgo: 8.3,
    cover: {
      picture: 'coast-train',
      alt: 'Đoàn tàu chạy men theo bờ biển lúc chiều, núi xanh một bên, vịnh nước sáng một bên.',
      caption: 'Qua đèo, cả toa tự nhiên im lặng.',
      credit,
    },
    body: `
Tôi đi máy bay được, con tôi mua vé cho. Nhưng mỗi năm tôi vẫn đi tàu một lần, ghế cứng, toa số bảy, từ Bắc vào Nam. Con tôi hỏi đi chi cho cực. Tôi nói đi để khai báo.

Nghề cũ của tôi là nhìn người ta mang gì qua cửa. Ở cảng, hàng nào cũng có tờ khai. Trên tàu thì không, nên phải nhìn. Chuyến này, toa số bảy chở:

1. Một con gà trống, buộc chân, của bà cụ lên ở Nam Định. Bà bảo mang vào cho thằng cháu ở Đà Nẵng nghe tiếng gáy, vì thành phố không có.
2. Hai thùng mì tôm, bên trong không phải mì tôm mà là sách giáo khoa cũ.
3. Một cây mai trong chậu, chiếm nguyên một ghế. Anh chủ cây mua vé cho nó hẳn hoi.
4. Một cái quạt máy chạy pin, của chú bộ đội. Đến đêm thì thành của cả toa.
5. Một hũ tro cốt bọc khăn đỏ, đặt trên đùi một người đàn ông chừng năm mươi tuổi. Suốt đường không ai hỏi, mà ai đi ngang cũng nghiêng người.

## Đêm

Chín giờ tối, đèn vẫn sáng, chẳng ai ngủ được, mà cũng không ai phàn nàn. Người ta trải chiếu xuống sàn. Người chưa quen thì nói chuyện giá vé, người quen rồi thì nói chuyện con cái. Đến khoảng Quảng Bình, mấy người lạ đã gọi nhau bằng anh Hai, chị Ba, đúng theo thứ tự trong nhà mình.

Bà cụ cho gà ăn cơm nguội. Nó không gáy. Bà lo suốt, cứ sợ nó bệnh. Chú bộ đội giải thích: đèn sáng cả đêm, nó không biết lúc nào là sáng.

## Đèo

Chiều hôm sau tàu lên đèo Hải Vân. Tàu chậm lại, nghiêng theo núi, và biển hiện ra bên trái, sâu và lặng. Đoạn này không có thông báo gì cả, vậy mà cả toa tự im. Tôi đã đi mười chín lần, lần nào cũng im như thế. Người đàn ông mang hũ tro đứng dậy, mở cửa sổ, nâng cái hũ lên ngang ngực, quay về phía biển. Ông đứng vậy chừng hai phút, rồi ngồi xuống và lần đầu tiên nói chuyện: “Ba tôi lái tàu tuyến này. Ông dặn cho ông ngắm lại.”

> Có những thứ không cần khai mà ai cũng biết phải nhường chỗ.

Cây mai xuống ở Quảng Ngãi, rụng mất năm bông. Anh chủ nhặt đủ năm bông bỏ vào túi áo.

Bà cụ xuống Đà Nẵng lúc trời còn tối hẳn; tàu trễ gần mười tiếng, thành ra lại gặp rạng đông. Cháu bà đứng đợi ngoài sân ga, cao hơn tôi một cái đầu. Vừa ra khỏi toa, gặp gió và gặp bóng tối thật, con gà vươn cổ gáy một tiếng, to đến mức ông trưởng tàu phải quay lại nhìn.

Cả toa số bảy vỗ tay. Rồi tàu chạy tiếp.

*Bạn Pavel có viết về [những chuyến tàu phải thay bánh ở biên giới](/@kt-online/sleeping-across-three-gauges). Đọc xong tôi thấy tàu mình tuy chậm nhưng được cái khỏi thay.*
`,
  },
  {
    blog: 'ben-song',
    author: 'an',
    slug: 'ruong-bac-thang',
    title: 'Ruộng bậc thang và phép cộng của nước',
    standfirst: 'Một dòng suối nuôi hai trăm thửa ruộng. Ai cũng ở dưới một người và ở trên một người khác.',
    tags: ['lua', 'nuoc', 'lang'],
    publishedDaysAgo: 22.4,
    cover: {
      picture: 'terraces-dusk',
      alt: 'Ruộng bậc thang mùa nước đổ, từng bậc phản chiếu trời chiều tím và vàng.',
      caption: 'Mùa nước đổ. Bậc trên cùng đầy trước, bậc dưới cùng sáng lâu nhất.',
      credit,
    },
    body: `
Ở trên ấy, câu chào buổi sáng không phải là “ăn cơm chưa” mà là “nước tới chưa”.

Tôi lên thăm ông bạn cũ tên Páo, hồi trẻ cùng làm ở cửa khẩu. Ông về làm ruộng từ năm chín tám. Nhà ông có mười bốn thửa, thửa nhỏ nhất bằng cái chiếu. Từ suối xuống đến thửa của ông, nước phải đi qua chín nhà. Từ ông xuống đến đáy thung lũng, còn mười bảy nhà nữa.

Tôi hỏi câu của người miền xuôi: nhà ở trên giữ nước lại thì sao? Ông không hiểu câu hỏi. Tôi hỏi lại lần nữa, ông nghĩ một lúc rồi nói: “Giữ để làm gì? Đầy rồi thì nó phải đi.”

## Cái máng gỗ

Ở mỗi chỗ chia nước có một khúc gỗ khoét rãnh nằm ngang. Rãnh rộng bao nhiêu thì nhà đó được bấy nhiêu. Rãnh của người có ba thửa rộng ba ngón, người có mười thửa rộng mười ngón. Không có khóa, không có đồng hồ. Ai đi qua cũng nhìn thấy, nên không ai khoét thêm được.

Đúng hơn là có một người đã khoét. Năm 2006, nhà nọ khoét thêm nửa ngón vào ban đêm. Sáng ra cả bản biết. Không ai nói câu nào. Chỉ là từ hôm đó, mỗi người đi qua đều dừng lại, đặt bàn tay mình lên rãnh như để đo, rồi đi. Ba ngày sau nhà ấy tự thay khúc gỗ mới.

> Luật ở đây viết trên gỗ, và ai cũng có thước là bàn tay.

## Người ở cuối

Tôi muốn gặp người ở thửa thấp nhất. Đó là chị Mẩy, góa chồng, ba thửa sát vực. Tôi nghĩ chị sẽ than. Chị bảo:

- Nước tới chị là nước ấm nhất, vì đã đi qua hai mươi sáu nhà phơi nắng.
- Nước mang theo bùn tốt của tất cả các nhà trên.
- Chị cấy sau cùng nên được mọi người rảnh tay xuống giúp.
- Năm hạn thì chị mất trước. Nhưng năm hạn, lệ bản là mỗi nhà bớt cho nhà cuối một gùi.

Chị nói điều cuối cùng rất bình thường, như nói chuyện bảo hiểm. Thì đúng là bảo hiểm. Tôi từng đóng dấu không biết bao nhiêu hợp đồng bảo hiểm hàng hóa, mấy chục trang, mà không có tờ nào rõ bằng một gùi thóc.

## Phép cộng

Có ông kỹ sư lên đo, bảo rằng nếu làm ống dẫn thẳng thì tiết kiệm được bốn mươi phần trăm nước. Ông Páo nói đúng đấy, đo rất đúng. Nhưng nước đi thẳng thì không qua nhà nào cả. Ông hỏi kỹ sư: “Thế lấy gì để người trên quen người dưới?”

Ông kỹ sư ghi câu ấy vào sổ. Năm sau ông quay lại, không làm ống mà làm một cái bể nhỏ ở đầu nguồn, để dành cho mùa hạn. Rãnh gỗ vẫn để nguyên. Tôi thấy đó là một kỹ sư giỏi.

Khanh có bài về [hạt gạo qua năm bàn tay](/@kt-online/the-price-of-rice-in-five-hands), viết bằng tiếng Anh. Tôi góp ý ba con số. Nhưng tôi quên góp ý điều này: trước năm bàn tay ấy còn hai mươi sáu bàn tay nữa, đặt trên một khúc gỗ.
`,
  },
  {
    blog: 'ben-song',
    author: 'hanh',
    slug: 'tieng-mua-tren-mai-ton',
    title: 'Tiếng mưa trên mái tôn',
    standfirst: 'Ca đêm ở khoa nội, mùa mưa. Có những thứ chỉ nghe được khi mọi thứ khác bị át đi.',
    tags: ['ca-dem', 'benh-vien', 'mua'],
    publishedDaysAgo: 39.2,
    cover: {
      picture: 'tin-roof-rain',
      alt: 'Những mái tôn thấp dưới cơn mưa đêm, một ô cửa sổ sáng đèn vàng, hàng cau nghiêng trong gió.',
      caption: 'Dãy nhà cũ phía sau khoa nội.',
      credit,
    },
    body: `
Dãy phòng cũ của khoa tôi lợp mái tôn. Mưa xuống thì không ai nghe ai. Máy theo dõi kêu cũng không nghe, nên mùa mưa chúng tôi đi nhiều gấp đôi: cứ mười lăm phút một vòng, nhìn bằng mắt.

Bệnh nhân lâu năm biết chuyện đó. Họ để đèn pin nhỏ ở đầu giường. Cần thì bật lên trần. Tôi đứng ở đầu hành lang, thấy vệt sáng nào thì chạy tới phòng đó. Không ai dặn ai. Người cũ chỉ cho người mới.

## Giường mười hai

Ông Năm nằm giường mười hai, suy tim, vào ra từ Tết. Ban ngày ông nói luôn miệng, ban đêm ông ngồi, vì nằm thì khó thở. Đêm mưa tôi đi ngang, ông không bật đèn, chỉ giơ tay ra hiệu: ngón cái là khỏe, bàn tay ngửa là mệt, nắm tay là gọi bác sĩ. Chúng tôi có cả một thứ tiếng như vậy.

Một đêm tháng chín, mưa to nhất mùa, ông đưa tay làm một dấu tôi chưa thấy bao giờ: hai ngón chụm lại, đưa lên tai. Tôi cúi sát xuống. Ông nói:

“Nghe coi. Nó nhẹ hạt rồi.”

Tôi không nghe ra. Với tôi nó vẫn ầm ầm. Ông kể hồi trẻ làm nghề lợp nhà, bốn mươi năm ngồi trên mái, nghe tiếng là biết tôn mấy dem, dốc bao nhiêu, chừng nào tạnh. “Mái này lợp sai,” ông nói. “Lỗ đinh bắn ở bụng sóng. Phải bắn trên lưng sóng. Cho nên nó kêu.”

Hai mươi phút sau thì tạnh thật.

## Cái tai

Sau đó tôi bắt đầu tập nghe. Tôi hai mươi bảy tuổi, học sáu năm, biết nghe phổi, nghe tim. Nhưng tôi chưa từng nghe căn phòng. Ông Năm dạy tôi trong ba tuần:

- Mưa thưa hột mà to là sắp dứt.
- Có tiếng rì dưới tiếng ầm là máng nghẹt.
- Đang mưa mà nghe được tiếng ếch là ngoài kia đã tạnh, chỉ còn nước trên cây rớt xuống.
- Người ngủ thật thì thở trễ hơn mưa một nhịp. Người giả bộ ngủ thì thở theo mưa.

Điều cuối cùng tôi không biết có đúng không. Nhưng nhờ nó mà tôi biết cô gái giường bốn thức trắng năm đêm liền. Tôi ngồi xuống cạnh cô. Hôm sau chúng tôi mời bác sĩ tâm lý.

> Ồn quá thì người ta mới chịu nhìn nhau.

Ông Năm mất đầu tháng mười, buổi sáng, trời nắng. Con trai ông vào dọn đồ, đưa lại cho tôi cái đèn pin, nói ba dặn để cho người mới. Tôi đưa cho bà cụ vừa nhập viện hôm đó và chỉ cách chiếu lên trần.

Khoa sắp lợp mái mới, có lớp cách âm. Ai cũng mừng, tôi cũng mừng. Tôi chỉ xin thợ một việc: bắn đinh trên lưng sóng. Anh thợ ngạc nhiên hỏi sao cô biết.

Tôi viết bài này trên chuyến xe số sáu, lúc năm giờ bốn mươi. Ngoài kính đang mưa, nhẹ hạt rồi.
`,
  },
];
